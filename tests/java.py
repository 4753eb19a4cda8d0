"""Java as tests want it: they are over before what its second compiler and its parallel collector do pays."""

BRIEF = {"JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"}
"""Environment of a Java that lives for seconds, and of those that it starts."""
