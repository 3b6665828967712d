/**
 * Result records as lines for a person at a terminal. Read {@link org.aludel.maven.report.HelpPage}
 * for the manual and the reports for each family of results. Knows no Mojo and no settings.
 */
@NullMarked
package org.aludel.maven.report;

import org.jspecify.annotations.NullMarked;
