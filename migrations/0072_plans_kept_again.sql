-- A function written anew loses what was said of it: this one is planned once a connection again, as in 0069.
ALTER FUNCTION opens_otherwise SET plan_cache_mode = force_generic_plan;
