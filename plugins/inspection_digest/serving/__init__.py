"""The site shown as it is being worked on: `invoke serve`."""
