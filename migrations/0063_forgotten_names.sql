-- Names go with the account that they were written under, and with time.

-- An idea stays where it was said; who said it does not outlive their account.
CREATE FUNCTION forget_idea_author() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.person_id IS NULL THEN NEW.author := 'Une personne'; END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER forget_author BEFORE UPDATE OF person_id ON idea FOR EACH ROW EXECUTE FUNCTION forget_idea_author();

-- The service forgets what an employer said that a trained person cost, and who told a need, when their time is over.
CREATE POLICY forgetting ON cost_request FOR DELETE USING ((SELECT reader_is_system()));
CREATE POLICY forgetting ON cost_line FOR DELETE USING ((SELECT reader_is_system()));
CREATE POLICY forgetting ON training_need FOR UPDATE USING ((SELECT reader_is_system()));
