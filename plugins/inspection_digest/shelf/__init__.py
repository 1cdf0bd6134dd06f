"""The record on the shelf: what was read and proved stays there until a file says otherwise."""
