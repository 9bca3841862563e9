-- Tells every process of the service that something changed, at the commit: pages kept in memory are forgotten then.
-- The payload is the application that a part belongs to, or '*' where more than one page may show the change.

CREATE FUNCTION announce_part() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('essaim_changes', coalesce(NEW.application_id, OLD.application_id)::text); RETURN NULL; END $$;

CREATE FUNCTION announce_all() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('essaim_changes', '*'); RETURN NULL; END $$;

CREATE FUNCTION announce_entry() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('essaim_changes', substr(NEW.chain, length('application:') + 1)); RETURN NULL; END $$;

CREATE TRIGGER announced AFTER INSERT ON journal FOR EACH ROW WHEN (NEW.chain LIKE 'application:%') EXECUTE FUNCTION announce_entry();

-- A draft is shown on no kept page; a filed application is, on its own page, in lists and in its structures' ledgers.
CREATE TRIGGER announced AFTER INSERT OR UPDATE ON application FOR EACH ROW WHEN (NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION announce_all();

DO $$
DECLARE the_table text;
BEGIN
  FOREACH the_table IN ARRAY ARRAY['revision', 'attachment', 'message', 'document', 'finding', 'accepted_cost', 'completion_request',
                                   'internal_note', 'opinion', 'award', 'agreement'] LOOP
    EXECUTE format('CREATE TRIGGER announced AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION announce_part()', the_table);
  END LOOP;
  FOREACH the_table IN ARRAY ARRAY['party', 'past_grant', 'organisation', 'establishment', 'person', 'membership', 'agent_role',
                                   'declared_interest', 'saved_view', 'file'] LOOP
    EXECUTE format('CREATE TRIGGER announced AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION announce_all()', the_table);
  END LOOP;
END $$;
