package kz.qadam.local;

/**
 * The two roles of a service's database.
 *
 * @param owner owns everything in it, and migrates it
 * @param service the role of the running service: owns nothing, and may do what the migrations grant
 */
public record DatabaseRoles(Database owner, Database service) {}
