"""Works out, from the guide alone, what pages, paper and browsers need of it."""
