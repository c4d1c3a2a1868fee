"""The reading layer: an archive joined with reading and comparing."""
