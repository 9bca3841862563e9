-- What counts against a ceiling is looked up by key: its plan does not depend on which. Row level security makes planning
-- it the dearest part, and without this PostgreSQL plans it again at each call.
ALTER FUNCTION shares_of(text[], text, text, uuid) SET plan_cache_mode = force_generic_plan;
