package org.aludel.orm.links;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities of the tests of one-to-one and unidirectional relationships. */
public abstract class LinksBase extends DeclarativeBase {}
