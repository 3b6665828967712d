package org.aludel.orm.association.inherited;

import org.aludel.orm.mapping.DeclarativeBase;

/** The base of the classes whose tables between are those of the class above. */
public abstract class NetworkBase extends DeclarativeBase {}
