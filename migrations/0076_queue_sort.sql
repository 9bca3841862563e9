-- The order that an agent gave to the list stays when they come back to it.
ALTER TABLE queue_setting ADD COLUMN sort text, ADD COLUMN descending boolean NOT NULL DEFAULT false;
