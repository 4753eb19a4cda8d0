"""What all tests share."""

from hypothesis import settings

settings.register_profile("steady", deadline=None)  # a busy machine is no defect of the code
settings.load_profile("steady")
