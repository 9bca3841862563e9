-- Who declared an interest in a point reads neither its documents nor how it was decided while the minutes are a draft.

CREATE FUNCTION reader_steps_back(the_item uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (
     SELECT 1 FROM item_interest i JOIN committee_member m ON m.id = i.member_id JOIN committee c ON c.id = m.committee_id
     WHERE i.item_id = the_item AND m.person_id = reader_person() AND NOT reader_runs_committee(c.kind)) $$;

DROP POLICY seated ON meeting_document;
CREATE POLICY seated ON meeting_document FOR SELECT USING (
  EXISTS (SELECT 1 FROM meeting m WHERE m.id = meeting_id AND reader_sees_committee(m.committee_id))
  AND (item_id IS NULL OR NOT reader_steps_back(item_id))
);
DROP POLICY seated ON committee_decision;
CREATE POLICY seated ON committee_decision FOR SELECT USING (
  EXISTS (SELECT 1 FROM agenda_item i JOIN meeting m ON m.id = i.meeting_id
          WHERE i.id = item_id AND (m.minutes_approved_at IS NOT NULL OR NOT reader_steps_back(i.id)))
);

-- The page of a file says where it was born: it is forgotten when that changes.
CREATE TRIGGER announced AFTER INSERT OR UPDATE OR DELETE ON occasion_application FOR EACH ROW EXECUTE FUNCTION announce_part();
