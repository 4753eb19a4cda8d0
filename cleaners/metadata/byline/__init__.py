"""The lines that say who and where from: labels, names, outlets, what stands beside the date."""
