/** An application as users have it, outside the library's packages, with a revision of its own. */
@NullMarked
package bookshop;

import org.jspecify.annotations.NullMarked;
