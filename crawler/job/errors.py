"""What can go wrong with a job folder.

JobError
├── JobLocked      another process works on the job
├── JobDamaged     something outside changed the files; nothing was touched
└── JobUnwritable  disk full, no permission: the last group was rolled back, nothing is lost
"""


class JobError(Exception):
    """Base of every error about a job folder."""


class JobLocked(JobError):
    """Another process (or another crawler of this process) works on the job."""


class JobDamaged(JobError):
    """The folder is not in a state this package could have left behind."""


class JobUnwritable(JobError):
    """A group could not be written. It was rolled back: its pages are still pending."""
