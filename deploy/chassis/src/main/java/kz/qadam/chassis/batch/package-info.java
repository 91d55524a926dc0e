/**
 * Reads what was sent, alone or by the batch, as items, and an item as the record that declares its members, with all
 * faults at once. It uses tables, problems and languages, and knows no submission of a service.
 */
package kz.qadam.chassis.batch;
