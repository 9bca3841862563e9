-- The next migration says the grounds of votes in the words of all schemes: votes are closed again right after it.
ALTER TABLE award DISABLE TRIGGER award_never_changes;
