-- The service's role may read the sequence and not set it.
alter function catalogue_changes() security definer;
