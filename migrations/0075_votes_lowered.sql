-- A vote that was told stays as it was told, save where another funder has since retained less than what it was reckoned
-- on: two people then correct it before an agreement says it, and what it counts follows.
CREATE OR REPLACE FUNCTION award_keeps_its_terms() RETURNS trigger LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS
$$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'notified_at' = to_jsonb(OLD) - 'notified_at'
      OR lets_go_of_person(to_jsonb(OLD), to_jsonb(NEW), 'recorded_by') THEN RETURN NEW; END IF;
    IF columns_changed(to_jsonb(OLD), to_jsonb(NEW)) <@ ARRAY['aid', 'eligible_costs', 'decided_on', 'deliberation', 'evidence']
      AND (OLD.notified_at IS NULL OR EXISTS (
        SELECT 1 FROM application a JOIN outside_selection o ON o.application_id = a.id
        WHERE a.id = OLD.application_id AND a.state = 'notified' AND o.is_selected AND o.retained < OLD.eligible_costs))
      AND EXISTS (SELECT 1 FROM vote_correction c WHERE c.application_id = OLD.application_id AND c.accepted
                  AND c.settled_by IS DISTINCT FROM c.asked_by AND c.asked ->> 'deliberation' = NEW.deliberation
                  AND (c.asked ->> 'aid')::bigint = NEW.aid)
    THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'award is append-only: % refused', TG_OP USING ERRCODE = 'insufficient_privilege';
END
$$;
