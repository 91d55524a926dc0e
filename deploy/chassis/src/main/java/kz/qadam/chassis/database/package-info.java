/**
 * Transactions on the service's own PostgreSQL for set-based SQL, the columns of its tables, and locks. The package may
 * use {@code process}, and knows nothing about the content of the tables.
 */
package kz.qadam.chassis.database;
