package org.aludel.orm.yard;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities of the tests of collections whose owners lie in several tables. */
public abstract class YardBase extends DeclarativeBase {}
