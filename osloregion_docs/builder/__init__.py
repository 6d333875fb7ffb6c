"""From a programme to artefacts: what to make, whether it is made already, and putting it in place."""
