"""The board documents: agenda, case paper, minutes, extract, meeting pack and calendar."""
