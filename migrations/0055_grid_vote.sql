-- The decision of a committee of the service by which the grid of a call was voted, where it was voted there.
ALTER TABLE call ADD COLUMN grid_voted_item uuid REFERENCES agenda_item ON DELETE SET NULL;
