"""What a template asks for, and whether it can be given. Renders nothing."""
