"""Jobs on loopback: their reports live, their articles searched and fed. Nothing can be changed through it."""
