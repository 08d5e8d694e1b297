"""What an incident is and what can be asked of it: no drawing, no network, no clock."""
