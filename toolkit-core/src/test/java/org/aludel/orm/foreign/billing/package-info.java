/** Classes of a domain, as another library would bring them: without annotations and setters. */
package org.aludel.orm.foreign.billing;
