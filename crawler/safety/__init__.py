"""What a crawler must not be talked into: private addresses, odd schemes and ports, secrets in logs."""
