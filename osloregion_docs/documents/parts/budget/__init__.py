"""Budget tables and contribution tables."""
