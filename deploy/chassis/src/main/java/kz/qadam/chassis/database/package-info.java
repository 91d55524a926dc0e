/**
 * Transactions on the service's own PostgreSQL for set-based SQL, the columns of its tables, and locks. It knows nothing of
 * what the tables are about.
 */
package kz.qadam.chassis.database;
