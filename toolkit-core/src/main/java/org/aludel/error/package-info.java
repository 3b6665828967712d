/**
 * What a person reads when something fails: codes, the message form and the few exception types.
 * Read {@link org.aludel.error.Problem} first, then {@link org.aludel.error.AludelException}. Knows
 * nothing of SQL, schemas or sessions.
 */
@NullMarked
package org.aludel.error;

import org.jspecify.annotations.NullMarked;
