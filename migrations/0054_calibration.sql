-- The file that all assessors of a call mark first, to compare how they mark: the others wait until all its sheets are in.
ALTER TABLE selection ADD COLUMN is_common boolean NOT NULL DEFAULT false;
