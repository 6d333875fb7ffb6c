"""Parts of the board documents: editions, attendance, outcomes and attachment lists."""
