namespace Dtao.Crypto;
