-- Clears what people wrote in entries about these subjects, as their erasure needs it. Only the owner can change an entry, and
-- only functions of the owner call this one.
-- The digest remains, and with it the chain; without the salt nobody can guess the text from it.
create function clear_trail_text(subjects text[]) returns bigint language sql security definer as $$
    with cleared as (
        update trail set text = null, text_salt = null where subject = any(subjects) and text_digest is not null
        returning 1)
    select count(*) from cleared
$$;
