package kz.qadam.load;

/**
 * Who sends a load, and who reads meanwhile.
 *
 * @param institution sends everything
 * @param course is what everybody takes
 * @param partner a token of the institution
 * @param auditor a token of an auditor
 */
public record LoadCallers(String institution, String course, String partner, String auditor) {}
