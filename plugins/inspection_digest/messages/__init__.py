"""What each message means: one entry a code, with an example of the mistake and of its cure."""
