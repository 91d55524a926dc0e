/**
 * What a statement (xAPI 1.0.3) of a learning platform means to us: pure rules, which read JSON by a profile and know no
 * database. Only whole courses count; everything else is left out before anything of it is stored.
 */
package kz.qadam.progress.xapi.reading;
