require('../start.js').start('rollback-infra');
