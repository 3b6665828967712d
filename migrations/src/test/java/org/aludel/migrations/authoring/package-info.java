/** Tests of revisions that people write. */
@NullMarked
package org.aludel.migrations.authoring;

import org.jspecify.annotations.NullMarked;
