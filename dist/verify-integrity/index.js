require('../start.js').start('verify-integrity');
