namespace Dtao.Conformance;
