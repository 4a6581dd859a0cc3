"""Rules about waivers and sign-offs."""
