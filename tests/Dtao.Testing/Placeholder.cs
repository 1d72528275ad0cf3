namespace Dtao.Testing;
