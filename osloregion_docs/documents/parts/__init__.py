"""Parts that several document kinds share; they import no document kind."""
